import { imageUrl, type PictureFile } from "~/domain/images/picture";

/** A picture of our own in the format that the browser knows best and the width that fits. */
export function Picture({ files, alt }: { files: readonly PictureFile[]; alt: string }) {
  const largest = files.filter(({ format }) => format === "jpeg").at(-1);
  if (!largest) return null;
  return (
    <picture className="picture">
      {(["avif", "webp"] as const).map((format) => (
        <source
          key={format}
          type={`image/${format}`}
          srcSet={files
            .filter((file) => file.format === format)
            .map((file) => `${imageUrl(file)} ${file.width}w`)
            .join(", ")}
          sizes="(min-width: 45rem) 38rem, 92vw"
        />
      ))}
      <img src={imageUrl(largest)} alt={alt} width={largest.width} height={largest.height} decoding="async" />
    </picture>
  );
}
