import type { Plugin } from 'vite'

export function chineseLexicon(): Plugin
export function lexiconText(): string
