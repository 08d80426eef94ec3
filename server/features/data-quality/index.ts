export { type FailingRecord, type MeasuredQuality, quality as makeDataQuality } from './quality';
