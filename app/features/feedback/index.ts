export { FeedbackAnswers } from './answers';
export { CountsSection } from './counts';
export { FeedbackNotice } from './feedback-notice';
export { OwnFeedback } from './own-feedback';
