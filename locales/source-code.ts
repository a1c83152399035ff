import ts from "typescript";

/** The code that shows words to people, and what the compiler knows of it. */
export function readCode(root: string): { program: ts.Program; files: ts.SourceFile[] } {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const names = fileNames.filter((name) => /^(app|emails)\//.test(name.slice(root.length)));
  const program = ts.createProgram(names, options);
  return { program, files: program.getSourceFiles().filter(({ fileName }) => names.includes(fileName)) };
}
