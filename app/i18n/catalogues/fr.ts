import { bundle } from './bundle';

export default bundle(import.meta.glob<{ default: object }>('./fr/*.json', { eager: true }));
