'use client'

import type { ReactNode } from 'react'
import { FormProvider } from '../../_components/form-context'
import type { FormState } from '../../_lib/form-state'

type Props = { action: string; label: string; wrong: string; fields: Record<string, string>; children: ReactNode }

/** A form that asks and changes nothing: its answer is a page whose address can be sent. */
export function TryForm({ action, label, wrong, fields, children }: Props) {
  const refused = Object.keys(fields).length > 0
  const state: FormState = refused ? { status: 'refused', message: wrong, fields, values: {}, current: null } : { status: 'idle' }
  return (
    <form method="get" action={action} className="form" aria-label={label} noValidate>
      <FormProvider value={{ state, busy: false }}>
        {refused ? (
          <div className="said said-late" role="alert">
            {wrong}
          </div>
        ) : null}
        {children}
      </FormProvider>
    </form>
  )
}
