export { OfflineNavigation } from './offline-navigation';
export { keepPlanOffline, registerServiceWorker } from './register';
