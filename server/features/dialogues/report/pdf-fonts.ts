import { createRequire } from 'node:module';
import { Font } from '@react-pdf/renderer';

export const fontFamily = 'DejaVu Sans Condensed';

/**
 * A font that comes with Concord and has the letters of most languages: those that every reader of PDF has know only
 * western Europe's, and turn others into wrong ones.
 */
export function registerFonts(): void {
  const require = createRequire(import.meta.url);
  const folder = require.resolve('dejavu-fonts-ttf/package.json').replace(/package\.json$/, 'ttf/');
  const file = (name: string) => `${folder}DejaVuSansCondensed${name}.ttf`;
  Font.register({
    family: fontFamily,
    fonts: [
      { src: file('') },
      { src: file('-Bold'), fontWeight: 700 },
      { src: file('-Oblique'), fontStyle: 'italic' },
      { src: file('-BoldOblique'), fontStyle: 'italic', fontWeight: 700 },
    ],
  });
  // It knows the syllables of English alone.
  Font.registerHyphenationCallback((word) => [word]);
}
