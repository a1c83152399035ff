/** The site's colours. Text on its ground has a contrast of 4.5 or more (WCAG 2.2, 1.4.3), in light and in dark. */
export const colour = {
  paper: "#FAF8F4",
  card: "#FFFFFF",
  ink: "#1C2230",
  muted: "#5A6070",
  line: "#DDD8CC",
  accent: "#0F5257",
  onAccent: "#FFFFFF",
  highlight: "#F2B33D",
};

export const serif = "Georgia, 'Times New Roman', serif";
export const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Mail programs that know no dark scheme keep the inline colours. No quotes or angle brackets: React would escape them. */
export const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper, .paper td { background-color: #12161D !important; }
  .card { background-color: #1B212B !important; border-color: #343C49 !important; border-top-color: #F2B33D !important; }
  .ink { color: #F1EDE4 !important; }
  .muted { color: #A9B0BF !important; }
  .link { color: #8FD3D6 !important; }
  .line { border-color: #343C49 !important; }
  .tint { background-color: #12161D !important; border-color: #343C49 !important; }
  .button { background-color: #8FD3D6 !important; color: #0C1A1C !important; }
}
@media (max-width: 480px) {
  .outside { padding: 16px 8px !important; }
  .inside { padding: 24px 20px 10px !important; }
}
`;
