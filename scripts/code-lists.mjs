import { mkdirSync } from 'node:fs';
import { lists } from './code-lists/lists.mjs';
import { refreshLists } from './code-lists/refresh.mjs';

// npm run code-lists -- FOLDER: writes the lists of domain/code-lists anew from the IATI XML files in the folder or
// below it, and says what changed. Nothing is written when a file is missing or not a code list.
const [folder] = process.argv.slice(2);
const target = 'domain/code-lists/data';
try {
  if (!folder) throw new Error('Name the folder of code lists: npm run code-lists -- FOLDER');
  mkdirSync(target, { recursive: true });
  for (const line of refreshLists({ folder, target, lists })) console.log(line);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
