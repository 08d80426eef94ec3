export { TextRuns, textRunsPlugin } from './text-runs';
