export { MaterialsEditor } from './materials-editor';
