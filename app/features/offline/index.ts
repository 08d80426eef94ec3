export { openWhatIsNotKept } from './offline-navigation';
export { registerServiceWorker } from './register';
export { SignOutGuard } from './sign-out-guard';
export { keepPageOnBadNetwork, UnansweredForm } from './unanswered-form';
export { useOfflineCopy } from './use-offline-copy';
