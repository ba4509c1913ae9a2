import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The modules that hold statistics: every compiled file of the folder that is no test. */
export function modulesOf(folder) {
  return scriptsOf(folder)
    .filter((script) => !isSpec(script))
    .map((script) => basename(script, '.js'));
}

/**
 * Per module, the specs that are answerable for it: those that import it themselves; where none has its name, also those that
 * import what imports it, and so on until there is one. Specs farther away would only notice a fault by accident, at many times the cost.
 */
export function nearestSpecs(folder) {
  const scripts = scriptsOf(folder);
  const importers = new Map(scripts.map((script) => [script, []]));
  for (const script of scripts) {
    for (const imported of importsOf(join(folder, script))) importers.get(imported)?.push(script);
  }
  return new Map(modulesOf(folder).map((name) => [name, nearestTo(`${name}.js`, importers)]));
}

function nearestTo(script, importers) {
  const direct = importers.get(script).filter(isSpec);
  if (direct.includes(script.replace('.js', '.spec.js'))) return direct;
  let reached = new Set([script, ...importers.get(script)]);
  for (;;) {
    const next = new Set(reached);
    for (const each of reached) for (const importer of importers.get(each)) next.add(importer);
    const specs = [...next].filter(isSpec);
    if (specs.length > 0) return specs;
    // no test reaches it: any one will do to say so of each mutant
    if (next.size === reached.size) return [...importers.keys()].filter(isSpec).slice(0, 1);
    reached = next;
  }
}

function importsOf(path) {
  return [...readFileSync(path, 'utf8').matchAll(/from '\.\/([^']+)'/g)].map((match) => match[1]);
}

function scriptsOf(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort();
}

function isSpec(script) {
  return script.endsWith('.spec.js');
}
