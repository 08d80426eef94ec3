export { type DescribedOrigin, describeOrigins } from './describe-origins';
export { type FieldOrigin, listOrigins, type OriginOf, writeOrigins } from './origins';
