import { readFileSync } from 'node:fs';
import ts from 'typescript';

const defaultNamespace = 'common';

/** The keys that a source file asks for literally and no catalogue has, as sentences. */
export function missingUses(file, catalogues) {
  const text = readFileSync(file, 'utf8');
  if (!/\bt\b|i18nKey|pageTitle/.test(text)) return [];
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const [reference] = catalogues.values();
  const problems = [];
  visit(source, []);
  return problems;

  function visit(node, scopes) {
    const inner =
      ts.isFunctionLike(node) || ts.isSourceFile(node) ? [...scopes, translatorsOf(node)] : scopes;
    if (ts.isCallExpression(node)) checkCall(node, inner);
    ts.forEachChild(node, (child) => visit(child, inner));
  }

  function checkCall(call, scopes) {
    const name = calledName(call.expression);
    if (!name || !call.arguments[0]) return;
    if (name === 'pageTitle') checkKeys(call, call.arguments[1], [defaultNamespace]);
    const scope = scopes.findLast((candidate) => candidate.has(name));
    if (!scope && !(name === 't' && ts.isPropertyAccessExpression(call.expression))) return;
    checkKeys(call, call.arguments[0], scope?.get(name) ?? []);
  }

  function checkKeys(call, argument, namespaces) {
    for (const key of argument ? literalKeys(argument) : []) {
      if (!isKnown(key, namespaces)) problems.push(`${place(call)}: no catalogue has "${key.text}".`);
    }
  }

  function isKnown(key, namespaces) {
    const [prefix, rest] = key.text.includes(':') ? key.text.split(':') : [null, key.text];
    // A translator that came as an argument may be of any namespace.
    const candidates = prefix ? [prefix] : namespaces.length > 0 ? namespaces : [...reference.keys()];
    return candidates.some((namespace) => {
      const keys = reference.get(namespace);
      if (!keys) return false;
      return key.isPrefix ? [...keys.keys()].some((known) => known.startsWith(rest)) : keys.has(rest);
    });
  }

  function place(node) {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    return `${file}:${line + 1}`;
  }
}

/** name -> namespaces, for the translators that a function declares or is given (those have none). */
function translatorsOf(scopeNode) {
  const found = new Map();
  for (const parameter of scopeNode.parameters ?? []) collectParameter(parameter.name, parameter.type, found);
  const walk = (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer) collectDeclaration(node, found);
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, walk);
  };
  ts.forEachChild(scopeNode, walk);
  return found;
}

function collectParameter(name, type, found) {
  if (ts.isIdentifier(name) && name.text === 't') found.set('t', namespacesOfType(type));
  if (!ts.isObjectBindingPattern(name)) return;
  for (const element of name.elements) collectParameter(element.name, undefined, found);
}

function namespacesOfType(type) {
  const argument = type && ts.isTypeReferenceNode(type) ? type.typeArguments?.[0] : undefined;
  return argument && ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal)
    ? [argument.literal.text]
    : [];
}

function collectDeclaration({ name, initializer }, found) {
  const call = ts.isAwaitExpression(initializer) ? initializer.expression : initializer;
  if (!ts.isCallExpression(call)) return;
  const called = calledName(call.expression);
  const namespaceArgument = { useTranslation: 0, getFixedT: 1 }[called];
  if (namespaceArgument === undefined) return;
  const namespaces = literalNamespaces(call.arguments[namespaceArgument]);
  if (ts.isIdentifier(name)) found.set(name.text, namespaces);
  if (ts.isArrayBindingPattern(name) && name.elements[0]) found.set(name.elements[0].getText(), namespaces);
  if (!ts.isObjectBindingPattern(name)) return;
  for (const element of name.elements) {
    const property = element.propertyName?.getText() ?? element.name.getText();
    if (property === 't') found.set(element.name.getText(), namespaces);
  }
}

function literalNamespaces(argument) {
  if (!argument) return [defaultNamespace];
  if (ts.isStringLiteralLike(argument)) return [argument.text];
  if (ts.isArrayLiteralExpression(argument))
    return argument.elements.filter(ts.isStringLiteralLike).map((e) => e.text);
  return [];
}

function calledName(expression) {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return null;
}

/** Both branches of a choice; of a template, what stands before the first variable. */
function literalKeys(node) {
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, isPrefix: false }];
  if (ts.isParenthesizedExpression(node)) return literalKeys(node.expression);
  if (ts.isConditionalExpression(node))
    return [...literalKeys(node.whenTrue), ...literalKeys(node.whenFalse)];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(literalKeys);
  if (ts.isTemplateExpression(node) && node.head.text) return [{ text: node.head.text, isPrefix: true }];
  return [];
}
