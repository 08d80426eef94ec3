export { type FieldOrigin, listOrigins, type OriginOf, writeOrigins } from './origins';
