import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

// npm run world-map: draws the countries of world-atlas (Natural Earth, 1:110m, in the public domain) once, as one
// picture that pages refer into and browsers keep, and lists whom it shows. Antarctica and what has no ISO code is left out.
// Whom it is too coarse to draw has a dot: degrees east and north of its middle.
const dots = {
  AD: [1.6, 42.5],
  AG: [-61.8, 17.1],
  AI: [-63.1, 18.2],
  AS: [-170.7, -14.3],
  AW: [-70, 12.5],
  BB: [-59.5, 13.2],
  BH: [50.5, 26],
  BL: [-62.8, 17.9],
  BM: [-64.8, 32.3],
  CK: [-159.8, -21.2],
  CV: [-23.6, 15.1],
  CW: [-69, 12.2],
  DM: [-61.4, 15.4],
  FM: [158.2, 6.9],
  FO: [-6.9, 62],
  GD: [-61.7, 12.1],
  GG: [-2.6, 49.5],
  GI: [-5.4, 36.1],
  GP: [-61.5, 16.2],
  GU: [144.8, 13.4],
  HK: [114.2, 22.3],
  IM: [-4.5, 54.2],
  JE: [-2.1, 49.2],
  KI: [173, 1.4],
  KM: [43.4, -11.9],
  KN: [-62.7, 17.3],
  KY: [-81.2, 19.3],
  LC: [-61, 13.9],
  LI: [9.5, 47.1],
  MC: [7.4, 43.7],
  MF: [-63.1, 18.1],
  MH: [171.2, 7.1],
  MO: [113.5, 22.2],
  MP: [145.7, 15.2],
  MQ: [-61, 14.6],
  MS: [-62.2, 16.7],
  MT: [14.4, 35.9],
  MU: [57.6, -20.3],
  MV: [73.5, 4.2],
  NR: [166.9, -0.5],
  NU: [-169.9, -19.1],
  PF: [-149.4, -17.7],
  PM: [-56.3, 46.9],
  PW: [134.5, 7.4],
  RE: [55.5, -21.1],
  SC: [55.5, -4.7],
  SG: [103.8, 1.4],
  SH: [-5.7, -15.9],
  SM: [12.5, 43.9],
  ST: [6.7, 0.3],
  SX: [-63.1, 18],
  TC: [-71.8, 21.8],
  TK: [-171.8, -9.2],
  TO: [-175.2, -21.2],
  TV: [179.2, -8.5],
  VA: [12.5, 41.9],
  VC: [-61.2, 13.2],
  VG: [-64.6, 18.4],
  VI: [-64.9, 17.7],
  WF: [-177.2, -13.3],
  WS: [-172.1, -13.8],
  XK: [20.9, 42.6],
  YT: [45.2, -12.8],
};
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
const projection = geoNaturalEarth1().fitSize(size, collection);
const path = geoPath(projection).digits(0);
const shapes = shown.map(({ code, geometry }) => `<path id="${code}" d="${path(geometry)}"/>`);
writeFileSync(
  `${folder}/world.svg`,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}">\n<title>World</title>\n${shapes.join('\n')}\n</svg>\n`,
);
const places = Object.entries(dots)
  .map(([code, place]) => `  ${code}: [${projection(place).map(Math.round).join(', ')}],`)
  .join('\n');
const codes = shown.map(({ code }) => code).join(' ');
writeFileSync(
  `${folder}/world-countries.ts`,
  `/** Whom world.svg draws. Written by scripts/world-map.mjs. */\nexport const worldCountries = \`${codes.replace(/(.{1,96})( |$)/g, '$1\n')}\`\n  .trim()\n  .split(/\\s+/);\n\nexport const worldSize = { width: ${size[0]}, height: ${size[1]} };\n\n/** Where those are that it is too coarse to draw. */\nexport const worldDots: Readonly<Record<string, readonly [x: number, y: number]>> = {\n${places}\n};\n`,
);
console.log(`${shown.length} countries`);
