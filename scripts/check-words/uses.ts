import ts from 'typescript'

/** A place in the code that says a sentence. */
export interface Saying {
  line: number
  /** The keys it may say. */
  keys: string[]
  /** How keys begin that it puts together at run time. */
  prefixes: string[]
  /** The names of the values it gives; undefined where the code does not show them. */
  values: string[] | undefined
}

export interface Uses {
  /** Every text that stands in the code by itself: a key among them is used. */
  literals: Set<string>
  sayings: Saying[]
}

const SPEAKERS: ReadonlySet<string> = new Set(['say', 'sayHtml'])

/** Source text of a TypeScript file → the sentences it says by `say`, `sayHtml` and `new Refused`. */
export function usesOf(source: string): Uses {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest)
  const uses: Uses = { literals: new Set(), sayings: [] }
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) uses.literals.add(node.text)
    const said = sayingOf(node)
    if (said) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
      const saying: Saying = { line, keys: [], prefixes: [], values: said.values }
      collect(said.key, saying)
      if (saying.keys.length > 0 || saying.prefixes.length > 0) uses.sayings.push(saying)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return uses
}

function sayingOf(node: ts.Node): { key: ts.Expression; values: string[] | undefined } | undefined {
  if (ts.isCallExpression(node) && SPEAKERS.has(nameOf(node.expression))) {
    const [key, values] = node.arguments
    return key && { key, values: values ? namesIn(values) : [] }
  }
  if (ts.isNewExpression(node) && nameOf(node.expression) === 'Refused') {
    const [, key, options] = node.arguments ?? []
    return key && { key, values: options ? refusalValues(options) : [] }
  }
  return undefined
}

function nameOf(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  return ts.isIdentifier(expression) ? expression.text : ''
}

/** The keys an expression may come to, as far as they stand in it. */
function collect(expression: ts.Expression, saying: Saying): void {
  if (ts.isStringLiteral(expression) || ts.isNoSubstitutionTemplateLiteral(expression)) {
    saying.keys.push(expression.text)
  } else if (ts.isTemplateExpression(expression)) saying.prefixes.push(expression.head.text)
  else if (ts.isConditionalExpression(expression)) {
    collect(expression.whenTrue, saying)
    collect(expression.whenFalse, saying)
  } else if (ts.isBinaryExpression(expression)) {
    collect(expression.left, saying)
    collect(expression.right, saying)
  } else if (
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression)
  ) {
    collect(expression.expression, saying)
  }
}

function namesIn(expression: ts.Expression): string[] | undefined {
  if (!ts.isObjectLiteralExpression(expression)) return undefined
  const names: string[] = []
  for (const property of expression.properties) {
    if (!property.name || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)))
      return undefined
    names.push(property.name.text)
  }
  return names
}

function refusalValues(options: ts.Expression): string[] | undefined {
  if (!ts.isObjectLiteralExpression(options)) return undefined
  for (const property of options.properties) {
    if (!property.name || !ts.isIdentifier(property.name)) return undefined
    if (property.name.text !== 'values') continue
    return ts.isPropertyAssignment(property) ? namesIn(property.initializer) : undefined
  }
  return []
}
