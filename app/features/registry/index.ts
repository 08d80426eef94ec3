export { RegistryTabs } from './registry-tabs';
export { isInRegistry } from './sections';
