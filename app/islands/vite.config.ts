import { readdirSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vite";

const folder = import.meta.dirname;
const islands = readdirSync(folder).filter((file) => file.endsWith(".island.ts"));

/** Builds each island to one small file with its hash in the name, beside what the site's own build made. */
export default defineConfig({
  root: path.join(folder, "../.."),
  publicDir: false,
  resolve: { alias: { "~db": path.join(folder, "../../db"), "~": path.join(folder, "..") } },
  build: {
    outDir: "build/client",
    emptyOutDir: false,
    assetsDir: "assets",
    manifest: "islands.json",
    target: "es2020",
    modulePreload: false,
    rollupOptions: {
      input: Object.fromEntries(
        islands.map((file) => [file.replace(".island.ts", "-island"), path.join(folder, file)]),
      ),
    },
  },
});
