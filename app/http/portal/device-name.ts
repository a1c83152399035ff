/** Browsers by what tells them from those that call themselves the same, the special ones first. */
const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\b(OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\b(iPhone|iPad|iPod)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** Browser and system, by which people tell their devices apart; the rest of what a browser says is not kept. */
export function deviceName(userAgent: string | null): string {
  const found = [browsers, systems].flatMap((list) => list.find(([sign]) => sign.test(userAgent ?? ""))?.[1] ?? []);
  return found.join(" · ") || "–";
}
