import { type Catalogue, en } from './en'
import { zhCN } from './zh-cn'

export type Language = 'en' | 'zh-CN'

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, 'zh-CN': zhCN }
