export { LinkForm, LinksEditor } from './links-editor';
export { PublicFrame } from './public-frame';
export { PublicList } from './public-list';
export { PublicPage } from './public-page';
export { PublishEditor } from './publish-editor';
