import { expect, test } from "vitest";
import { picturesIn, renderMarkdown } from "~/domain/content/render-markdown.server";

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt&colon;alert(1))",
  "[a](java\tscript:alert(1))",
  "[a](&#x6A;avascript:alert(1))",
  "[a](vbscript:x)",
  "[a](data:text/html;base64,PHNjcmlwdD4=)",
  "[a](//evil.example/x)",
  "[a]( javascript:alert(1))",
  "![x](data:image/svg+xml;base64,PHN2Zz4=)",
  "![x](https://evil.example/pixel.gif)",
  "![x](javascript:alert(1))",
  '![" onerror="alert(1)](image:0190aaaa-0000-7000-8000-000000000001)',
  "<javascript:alert(1)>",
  '<https://ok.example/" onclick=alert(1)>',
  "[a]: javascript:alert(1)\n\n[a]",
  '[a](https://ok.example "x" onmouseover="alert(1)")',
  "<style>*{display:none}</style>",
  "<iframe src=//evil.example></iframe>",
  "<svg><script>alert(1)</script></svg>",
  "<!-- --><form action=//evil.example><input name=email></form>",
  "<a href='javascript:alert(1)'>x</a>",
  '<div style="position:fixed">x</div>',
  "|a|\n|:-|\n|<img src=x onerror=alert(1)>|",
  "```html\n<script>alert(1)</script>\n```",
  "`<script>alert(1)</script>`",
  "\u0000<script>alert(1)</script>",
  "[\u202Ea](https://ok.example)",
];

test.each(hostile)("%j stays harmless", (text) => {
  const html = renderMarkdown(text, pictures);

  expect(html).not.toMatch(/<(script|iframe|style|svg|form|input|object|embed|link|meta)\b/i);
  const tags = (html.match(/<[^>]*>/g) ?? []).join(" ").replace(/ alt="[^"]*"/g, "");
  expect(tags).not.toMatch(/\son\w+\s*=|style\s*=|javascript:|vbscript:|data:|evil\.example/i);
});

const pictures = new Map([
  [
    "0190aaaa-0000-7000-8000-000000000001",
    {
      files: [
        { sha256: "ab".repeat(32), format: "jpeg" as const, width: 480, height: 320 },
        { sha256: "ab".repeat(32), format: "avif" as const, width: 480, height: 320 },
      ],
      credit: null,
    },
  ],
]);

test("huge tables, deep lists and long lines are rendered in time and closed", () => {
  const table = `|${"a|".repeat(200)}\n|${"-|".repeat(200)}\n${`|${"b|".repeat(200)}\n`.repeat(200)}`;
  const list = Array.from({ length: 500 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n");
  for (const text of [table, list, ">".repeat(5000), "[".repeat(20_000), "*".repeat(20_000), `${"a".repeat(50_000)}`]) {
    const html = renderMarkdown(text);
    expect(count(html, /<(ul|table|blockquote)\b/g)).toBe(count(html, /<\/(ul|table|blockquote)>/g));
  }
  expect(renderMarkdown(table)).toContain('<div class="table-scroll" tabindex="0" role="group"><table>');
});

test("headings begin under the title of the page", () => {
  expect(renderMarkdown("# One\n\n## Two\n\n###### Six")).toBe("<h2>One</h2>\n<h3>Two</h3>\n<h6>Six</h6>\n");
});

test("what people write is what they get", () => {
  expect(renderMarkdown("**Bold**, *leaning* and [a link](https://example.org/a?b=1&c=2)\n\n- one\n- two")).toBe(
    '<p><strong>Bold</strong>, <em>leaning</em> and <a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer">a link</a></p>\n' +
      "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n",
  );
  expect(renderMarkdown("[Our page](/en/principles) [mail](mailto:a@b.example)")).toBe(
    '<p><a href="/en/principles">Our page</a> <a href="mailto:a@b.example">mail</a></p>\n',
  );
});

test("a picture of our own has its sizes, formats and words", () => {
  const text = "![A lamp & a phone](image:0190aaaa-0000-7000-8000-000000000001)";
  expect(picturesIn(text)).toEqual(["0190aaaa-0000-7000-8000-000000000001"]);
  expect(renderMarkdown(text, pictures)).toContain(
    '<img src="/pictures/abababababababababababababababab/480.jpg" alt="A lamp &amp; a phone" width="480" height="320" loading="lazy" decoding="async" />',
  );
  expect(renderMarkdown("![](image:0190aaaa-0000-7000-8000-000000000001)", pictures)).not.toContain("<img");
  expect(renderMarkdown(text)).not.toContain("<img");
});

test("who made a picture is named beneath it, or behind it where it stands in a line", () => {
  const credited = new Map([...pictures].map(([id, one]) => [id, { ...one, credit: "Ada & <b>Co</b>, CC BY 4.0" }]));
  const named = "<bdi>Ada &amp; &lt;b&gt;Co&lt;/b&gt;, CC BY 4.0</bdi>";
  const image = "![A lamp](image:0190aaaa-0000-7000-8000-000000000001)";
  expect(renderMarkdown(`${image}\n\nText`, credited)).toMatch(
    new RegExp(`^<figure><picture>.*</picture><figcaption>${named}</figcaption></figure>\\n<p>Text</p>\\n$`),
  );
  expect(renderMarkdown(`See ${image} here`, credited)).toMatch(
    new RegExp(`^<p>See <picture>.*</picture> <small>${named}</small> here</p>\\n$`),
  );
  expect(renderMarkdown(`- ${image}`, credited)).toContain(`</picture> <small>${named}</small></li>`);
  expect(renderMarkdown(image, pictures)).toMatch(/^<figure><picture>.*<\/picture><\/figure>\n$/);
  expect(renderMarkdown(image)).not.toContain("figcaption");
});

test("what is struck through stays so", () => {
  expect(renderMarkdown("~~old~~ new")).toBe("<p><s>old</s> new</p>\n");
});

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
