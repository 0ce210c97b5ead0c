import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '../../../node_modules/.cache/strata-open-search');
// The plugin's zip holds no native libraries: its Lucene engine runs, faiss does not.
const PLUGIN = 'org.opensearch.plugin:opensearch-knn:2.19.1.0:zip';

/**
 * OpenSearch with k-NN from Maven's artefacts, made once. Needs Java 17 and Maven.
 * @returns the class path to run `SearchNode` with
 */
export function prepareSearchNode() {
  const sources = ['pom.xml', 'SearchNode.java', 'prepare.mjs'].map((file) => join(here, file));
  const hash = createHash('sha256');
  for (const file of sources) hash.update(readFileSync(file));
  const folder = join(cache, hash.digest('hex').slice(0, 16));
  const [lib, plugin, classes] = ['lib', 'plugin', 'classes'].map((name) => join(folder, name));
  const classPath = [classes, `${lib}/*`, `${plugin}/*`].join(':');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return classPath;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(classes, { recursive: true });
  const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 2, 2] });
  const maven = (...args) => run('mvn', '-q', '-B', '-f', join(here, 'pom.xml'), ...args);
  maven('dependency:copy-dependencies', `-DoutputDirectory=${lib}`);
  maven('dependency:copy', `-Dartifact=${PLUGIN}`, `-DoutputDirectory=${folder}`);
  mkdirSync(plugin);
  run('unzip', '-qo', join(folder, 'opensearch-knn-2.19.1.0.zip'), '-d', plugin);
  run('javac', '-cp', classPath, '-d', classes, join(here, 'SearchNode.java'));
  writeFileSync(complete, '');
  return classPath;
}
