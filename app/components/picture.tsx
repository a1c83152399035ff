import { imageUrl, type PictureFile } from "~/domain/images/picture";

interface Props {
  files: readonly PictureFile[];
  alt: string;
  /** Who is to be named beside it. */
  credit?: string | null;
  /** Below which the files are, where that is not everybody's place for them. */
  base?: string | undefined;
  sizes?: string | undefined;
  className?: string | undefined;
}

/** A picture of our own in the format that the browser knows best and the width that fits, and who made it. */
export function Picture({ files, alt, credit = null, base = "", sizes, className = "picture" }: Props) {
  const largest = files.filter(({ format }) => format === "jpeg").at(-1);
  if (!largest) return null;
  const picture = (
    <picture className={className}>
      {(["avif", "webp"] as const).map((format) => (
        <source
          key={format}
          type={`image/${format}`}
          srcSet={files
            .filter((file) => file.format === format)
            .map((file) => `${base}${imageUrl(file)} ${file.width}w`)
            .join(", ")}
          sizes={sizes ?? "(min-width: 45rem) 38rem, 92vw"}
        />
      ))}
      <img
        src={`${base}${imageUrl(largest)}`}
        alt={alt}
        width={largest.width}
        height={largest.height}
        decoding="async"
      />
    </picture>
  );
  if (credit === null) return picture;
  return (
    <figure>
      {picture}
      <figcaption className="muted">
        <bdi>{credit}</bdi>
      </figcaption>
    </figure>
  );
}
