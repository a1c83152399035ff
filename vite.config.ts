import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: {
    alias: { "~db": folder("db"), "~emails": folder("emails"), "~locales": folder("locales"), "~": folder("app") },
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: {
      onwarn(warning, warn) {
        // Notes about comments in zod, and about routes that have no part in the browser.
        if (warning.code !== "INVALID_ANNOTATION" && warning.code !== "EMPTY_BUNDLE") warn(warning);
      },
    },
  },
  optimizeDeps: { esbuildOptions: { target: "es2022" } },
});
