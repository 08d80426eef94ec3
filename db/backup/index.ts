export { BackupError, type BackupValue } from './format';
export { type RowChange, restoreBackup } from './restore-backup';
export { assertSameVersion } from './source';
export { RestoreRefused } from './target';
export { writeBackup } from './write-backup';
