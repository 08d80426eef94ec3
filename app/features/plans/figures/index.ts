export { FiguresTab } from './figures-tab';
export { buildFiguresView } from './figures-view';
export { readSelection } from './selection';
