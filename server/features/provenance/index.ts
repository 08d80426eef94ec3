export { type DescribedOrigin, describeOrigins } from './describe-origins';
export { listOrigins, writeOrigins } from './origins';
