import { spawnSync } from "node:child_process";
import { stampBuild } from "./build-if-needed.server";

/** `npm run build`: the site for production, its islands, and a note of the sources they were made from. */
const steps = [
  ["remix", "vite:build", "--logLevel", "warn"],
  ["vite", "build", "--config", "app/islands/vite.config.ts", "--logLevel", "warn"],
];

for (const step of steps) {
  const { status } = spawnSync("npx", ["--no-install", ...step], { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}
stampBuild();
