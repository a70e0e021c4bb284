import type { Messages } from '../../domain/messages'

export type RegisterPart = 'applications' | 'bids' | 'leads'

const addresses: Record<RegisterPart, string> = { applications: '/registers', bids: '/registers/bids', leads: '/registers/leads' }

/** The registers, one press from each other. */
export function RegisterTabs({ here, t }: { here: RegisterPart; t: Messages }) {
  return (
    <nav className="chips mb-4.5" aria-label={t.registers.tabs}>
      {Object.entries(addresses).map(([part, href]) => (
        <a key={part} href={href} className={part === here ? 'chip chip-on' : 'chip'} aria-current={part === here ? 'page' : undefined}>
          {t.registers[part as RegisterPart]}
        </a>
      ))}
    </nav>
  )
}
