export { OfflineNavigation } from './offline-navigation';
export { keepPlanOffline, registerServiceWorker } from './register';
export { SignOutGuard } from './sign-out-guard';
export { keepPageOnBadNetwork, UnansweredForm } from './unanswered-form';
