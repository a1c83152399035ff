import ts from "typescript";

/** A place in the code that shows words. */
export interface Use {
  /** `app/components/field.tsx:12` */
  place: string;
  /** What it may show, as `namespace:key`; plural endings are left out. */
  keys: string[];
}

const mailWords = "mail";
const portalMailWords = "portal-mail";
const defaultNamespace = "site";

/**
 * Every place of `files` that calls a translator or hands a key to `<Trans>`, with the keys that it can reach. The
 * compiler knows them: a key that is put together, like `titles.${title}`, has the type of all it can become.
 */
export function usedKeys(program: ts.Program, files: readonly ts.SourceFile[], root: string): Use[] {
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const uses: Use[] = [];
    const add = (node: ts.Expression, translator: Translator) => {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      const said = withoutCast(node);
      const found = ts.isStringLiteralLike(said) ? [said.text] : literals(checker.getTypeAtLocation(node));
      const keys = found.map((key) => fullKey(key, translator));
      uses.push({ place: `${file.fileName.slice(root.length)}:${line}`, keys });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const [key] = node.arguments;
        const translator = key && mayBeTranslator(node.expression) && translatorOf(checker, node.expression);
        if (key && translator) add(key, translator);
      }
      if (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) {
        const key = attribute(node, "i18nKey");
        const t = attribute(node, "t");
        const translator = t
          ? translatorOf(checker, t)
          : { namespaces: [attributeText(node, "ns") ?? defaultNamespace], prefix: "" };
        if (key && translator) add(key, translator);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return uses;
  });
}

/** A cast tells the compiler another key than the one that is written there. */
function withoutCast(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) || ts.isParenthesizedExpression(node) ? withoutCast(node.expression) : node;
}

interface Translator {
  namespaces: string[];
  prefix: string;
}

/** Asking the compiler for the type of every function would take long: a translator is a plain name, or `something.t`. */
function mayBeTranslator(called: ts.Expression): boolean {
  return ts.isIdentifier(called) || (ts.isPropertyAccessExpression(called) && called.name.text === "t");
}

function translatorOf(checker: ts.TypeChecker, expression: ts.Expression): Translator | null {
  const type = checker.getTypeAtLocation(expression);
  if (type.aliasSymbol?.name === "Translate") return { namespaces: [mailWords], prefix: "" };
  if (type.aliasSymbol?.name === "TranslatePortalMail") return { namespaces: [portalMailWords], prefix: "" };
  if (type.symbol?.name !== "TFunction") return null;
  const [namespaces, prefix] = typeArguments(checker, type);
  const named = namespaces ? literals(namespaces, checker) : [];
  return {
    namespaces: named.length > 0 ? named : [defaultNamespace],
    prefix: prefix ? (literals(prefix)[0] ?? "") : "",
  };
}

function typeArguments(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  return isReference(type) ? checker.getTypeArguments(type) : [];
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return "target" in type;
}

/** The strings that a type allows; those of its members where it is a list. */
function literals(type: ts.Type, checker?: ts.TypeChecker): string[] {
  if (type.isStringLiteral()) return [type.value];
  if (type.isUnion()) return type.types.flatMap((member) => literals(member, checker));
  return checker ? typeArguments(checker, type).flatMap((member) => literals(member, checker)) : [];
}

function fullKey(key: string, { namespaces, prefix }: Translator): string {
  if (key.includes(":")) return key;
  return `${namespaces[0]}:${prefix === "" ? "" : `${prefix}.`}${key}`;
}

function attribute(element: ts.JsxOpeningLikeElement, name: string): ts.Expression | undefined {
  for (const each of element.attributes.properties) {
    if (!ts.isJsxAttribute(each) || each.name.getText() !== name || !each.initializer) continue;
    return ts.isJsxExpression(each.initializer)
      ? each.initializer.expression
      : ts.isStringLiteral(each.initializer)
        ? each.initializer
        : undefined;
  }
  return undefined;
}

function attributeText(element: ts.JsxOpeningLikeElement, name: string): string | undefined {
  const value = attribute(element, name);
  return value && ts.isStringLiteral(value) ? value.text : undefined;
}
