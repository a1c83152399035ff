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
  "defaults",
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

/** What a page's head and a mail's head say, beside what an object calls as an attribute does: `{ label: … }`. */
const headProperties = new Set(["alternativeText", "imageAlt", "subject"]);

/** A capital letter, and somewhere two words beside each other. */
const sentence = /^\s*\p{Lu}[\s\S]*\p{L}{2,}\s+\p{L}{2,}/u;

/** Programs read these answers: they are in English, whoever asks. */
const forPrograms = /^app\/routes\/(api|webhooks)\./;

/** Sentences by their look only. */
const noSentences = new Set(["Georgia, 'Times New Roman', serif"]);

/**
 * Words that stand between tags, in an attribute that people read, in the head of a page or of a mail, beside the key of
 * a translation, or that are a sentence wherever they stand, and do not come from the translations.
 * @returns one line for each, beginning with the file and the line
 */
export function hardCodedTexts(file: ts.SourceFile, path: string, untranslated: readonly string[] = []): string[] {
  const faults = new Set<string>();
  const translators = translatorsOf(file);
  const constants = constantsOf(file);
  const isForPrograms = forPrograms.test(path);
  const check = (node: ts.Node, text: string) => {
    const rest = untranslated.reduce((left, name) => left.replaceAll(name, ""), text);
    if (!/\p{L}/u.test(rest)) return;
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    faults.add(`${path}:${line}: “${text.trim().replaceAll(/\s+/g, " ")}” is not in the translations`);
  };
  /** What an expression itself says: not what it calls, compares or hands on. */
  const checkValue = (node: ts.Expression | undefined): void => {
    if (!node) return;
    if (ts.isStringLiteralLike(node)) check(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      check(node, spoken(node));
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
    else if (ts.isIdentifier(node)) checkConstant(node);
  };
  const checkConstant = ({ text }: ts.Identifier) => {
    const value = constants.get(text);
    // Once, so that a constant that names itself ends.
    constants.delete(text);
    checkValue(value);
  };
  const isTextProperty = (name: string) => headProperties.has(name) || (textAttributes.has(name) && !isForPrograms);
  const checkSentence = (node: ts.Node) => {
    const text = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? spoken(node) : "";
    if (sentence.test(text) && !noSentences.has(text)) check(node, text);
  };
  const visit = (node: ts.Node, parent: ts.Node): void => {
    if (ts.isJsxText(node)) check(node, node.text);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(parent)) checkValue(node.expression);
    else if (ts.isJsxAttribute(node) && textAttributes.has(node.name.getText(file))) {
      const { initializer } = node;
      checkValue(initializer && ts.isJsxExpression(initializer) ? initializer.expression : stringOf(initializer));
    } else if (ts.isPropertyAssignment(node) && isTextProperty(node.name.getText(file))) checkValue(node.initializer);
    else if (ts.isCallExpression(node) && isTranslator(node.expression, translators)) {
      for (const text of fallbacksOf(node, file)) checkValue(text);
    }
    if (ts.isBinaryExpression(node) && isWriting(node)) checkValue(node.right);
    if (isButton(node, file)) checkValue(attributeValue(node, "value", file));
    if (!isForPrograms) checkSentence(node);
    if (isForProgrammers(node)) return;
    ts.forEachChild(node, (child) => visit(child, node));
  };
  visit(file, file);
  return [...faults];
}

/** A template's own words, without what it takes in. */
function spoken({ head, templateSpans }: ts.TemplateExpression): string {
  return [head.text, ...templateSpans.map(({ literal }) => literal.text)].join(" ");
}

/** What only programmers read: the names of files and types, and the message of a fault. */
function isForProgrammers(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return true;
  return ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text.endsWith("Error");
}

/** The names under which a file has translators: `t`, and what `{ t: site }` makes of it. */
function translatorsOf(file: ts.SourceFile): Set<string> {
  const names = new Set(["t"]);
  const visit = (node: ts.Node): void => {
    if (ts.isBindingElement(node) && node.propertyName?.getText(file) === "t") names.add(node.name.getText(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function isTranslator(called: ts.Expression, translators: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(called)) return translators.has(called.text);
  return ts.isPropertyAccessExpression(called) && called.name.text === "t";
}

/** The words for a text that is in no translation: `t("key", "Sign now")`, `t("key", { defaultValue: "Sign now" })`. */
function fallbacksOf({ arguments: [, second] }: ts.CallExpression, file: ts.SourceFile): ts.Expression[] {
  if (second === undefined) return [];
  if (!ts.isObjectLiteralExpression(second)) return ts.isIdentifier(second) ? [] : [second];
  return second.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) && /^defaultValue/.test(property.name.getText(file))
      ? [property.initializer]
      : [],
  );
}

/** What a file calls constant, by name; not where a name stands for several. */
function constantsOf(file: ts.SourceFile): Map<string, ts.Expression> {
  const found = new Map<string, ts.Expression>();
  const seen = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name)
    ) {
      const { text } = node.name;
      if (seen.has(text)) found.delete(text);
      else if (ts.isVariableDeclaration(node) && node.initializer) found.set(text, node.initializer);
      seen.add(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `<input type="submit">`: its value is what it says. That of a `<button>` is for the server. */
function isButton(node: ts.Node, file: ts.SourceFile): node is ts.JsxOpeningLikeElement {
  if (!ts.isJsxSelfClosingElement(node) && !ts.isJsxOpeningElement(node)) return false;
  if (node.tagName.getText(file) !== "input") return false;
  const type = attributeValue(node, "type", file);
  return type !== undefined && ts.isStringLiteralLike(type) && ["button", "reset", "submit"].includes(type.text);
}

function attributeValue(
  element: ts.JsxOpeningLikeElement,
  name: string,
  file: ts.SourceFile,
): ts.Expression | undefined {
  const found = element.attributes.properties.find((one) => ts.isJsxAttribute(one) && one.name.getText(file) === name);
  const initializer = found && ts.isJsxAttribute(found) ? found.initializer : undefined;
  return initializer && ts.isJsxExpression(initializer) ? initializer.expression : stringOf(initializer);
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
