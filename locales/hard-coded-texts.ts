import ts from "typescript";

/** Attributes that people read or hear; also as properties of components that hand them on. */
const textAttributes = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-placeholder",
  "aria-roledescription",
  "aria-valuetext",
  "body",
  "button",
  "caption",
  "description",
  "error",
  "heading",
  "hint",
  "label",
  "legend",
  "note",
  "placeholder",
  "preview",
  "reason",
  "summary",
  "text",
  "title",
]);

/** What a page's head and a mail's head say. */
const headProperties = new Set([
  "alternativeText",
  "description",
  "heading",
  "imageAlt",
  "preview",
  "subject",
  "title",
]);

/**
 * Words that stand between tags, in an attribute that people read, in the head of a page or of a mail, and do not come
 * from the translations.
 * @returns one line for each, beginning with the file and the line
 */
export function hardCodedTexts(file: ts.SourceFile, path: string, untranslated: readonly string[] = []): string[] {
  const faults: string[] = [];
  const check = (node: ts.Node, text: string) => {
    const rest = untranslated.reduce((left, name) => left.replaceAll(name, ""), text);
    if (!/\p{L}/u.test(rest)) return;
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    faults.push(`${path}:${line}: “${text.trim().replaceAll(/\s+/g, " ")}” is not in the translations`);
  };
  /** What an expression itself says: not what it calls, compares or hands on. */
  const checkValue = (node: ts.Expression | undefined): void => {
    if (!node) return;
    if (ts.isStringLiteralLike(node)) check(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      check(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(" "));
      for (const { expression } of node.templateSpans) checkValue(expression);
    } else if (ts.isConditionalExpression(node)) {
      checkValue(node.whenTrue);
      checkValue(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      if (joins.has(node.operatorToken.kind)) checkValue(node.left);
      if (joins.has(node.operatorToken.kind) || node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
        checkValue(node.right);
    } else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
      checkValue(node.expression);
    } else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(checkValue);
  };
  const visit = (node: ts.Node, parent: ts.Node): void => {
    if (ts.isJsxText(node)) check(node, node.text);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(parent)) checkValue(node.expression);
    else if (ts.isJsxAttribute(node) && textAttributes.has(node.name.getText(file))) {
      const { initializer } = node;
      checkValue(initializer && ts.isJsxExpression(initializer) ? initializer.expression : stringOf(initializer));
    } else if (ts.isPropertyAssignment(node) && headProperties.has(node.name.getText(file)))
      checkValue(node.initializer);
    if (ts.isBinaryExpression(node) && isWriting(node)) checkValue(node.right);
    ts.forEachChild(node, (child) => visit(child, node));
  };
  visit(file, file);
  return faults;
}

/** What a script writes into a page: `note.textContent = …`. */
function isWriting({ left, operatorToken }: ts.BinaryExpression): boolean {
  return (
    operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(left) &&
    /^(alt|ariaLabel|innerHTML|innerText|placeholder|textContent|title)$/.test(left.name.text)
  );
}

const joins = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]);

function stringOf(node: ts.JsxAttributeValue | undefined): ts.Expression | undefined {
  return node && ts.isStringLiteral(node) ? node : undefined;
}
