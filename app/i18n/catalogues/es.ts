import { bundle } from './bundle';

export default bundle(import.meta.glob<{ default: object }>('./es/*.json', { eager: true }));
