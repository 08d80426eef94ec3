import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

// npm run world-map: draws the countries of world-atlas (Natural Earth, 1:110m, in the public domain) once, as one
// picture that pages refer into and browsers keep, and lists whom it shows. Antarctica and what has no ISO code is left out.
const size = [1000, 500];
const folder = 'app/features/commitments';
const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve('world-atlas/countries-110m.json'), 'utf8'));
const { features } = feature(atlas, atlas.objects.countries);
const shown = features
  .map(({ id, geometry }) => ({ code: id && new Intl.Locale(`und-${id}`).region, geometry }))
  .filter(({ code }) => /^[A-Z]{2}$/.test(code ?? '') && code !== 'AQ')
  .sort((a, b) => (a.code < b.code ? -1 : 1));
const collection = { type: 'GeometryCollection', geometries: shown.map(({ geometry }) => geometry) };
const path = geoPath(geoNaturalEarth1().fitSize(size, collection)).digits(0);
const shapes = shown.map(({ code, geometry }) => `<path id="${code}" d="${path(geometry)}"/>`);
writeFileSync(
  `${folder}/world.svg`,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}">\n<title>World</title>\n${shapes.join('\n')}\n</svg>\n`,
);
const codes = shown.map(({ code }) => code).join(' ');
writeFileSync(
  `${folder}/world-countries.ts`,
  `/** Whom world.svg draws. Written by scripts/world-map.mjs. */\nexport const worldCountries = \`${codes.replace(/(.{1,96})( |$)/g, '$1\n')}\`\n  .trim()\n  .split(/\\s+/);\n\nexport const worldSize = { width: ${size[0]}, height: ${size[1]} };\n`,
);
console.log(`${shown.length} countries`);
