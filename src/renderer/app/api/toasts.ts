import { create } from 'zustand'
import { fill } from '../../../shared/locales/fill'
import type { AppError } from '../../../shared/model/result'
import { currentWords } from './i18n'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly kind: 'said' | 'error'
  /** What can be done about it at once. */
  readonly action?: ToastAction
  /** A newer toast about the same takes its place. */
  readonly about?: string
}

export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

const shownFor = { said: 5000, error: 15_000 }
let next = 1

export function showToast(
  text: string,
  kind: Toast['kind'] = 'said',
  more: Pick<Toast, 'action' | 'about'> = {}
): void {
  const toast: Toast = { id: next++, text, kind, ...more }
  const isOther = ({ about }: Toast) => about === undefined || about !== toast.about
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter(isOther).slice(-3), toast] }))
  setTimeout(() => dismissToast(toast.id), shownFor[kind])
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** An expected failure in the reader's language. */
export function errorText(error: AppError): string {
  return fill(currentWords().errors[error.key], error.params)
}

export function showError(error: AppError): void {
  showToast(errorText(error), 'error')
}
