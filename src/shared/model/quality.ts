import { z } from 'zod'
import { qualityMarks } from './quality-marks'

export const QualityMark = z.enum(qualityMarks)
export type QualityMark = z.infer<typeof QualityMark>
