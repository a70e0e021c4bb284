import type { OrganisationKind } from '../domain/user'
import { plan } from './plan'

export type PlanOrganisation = { name: string; kind: OrganisationKind }

export const offices = { bureau: '衡东县发展和改革局', supervisor: '衡东县督查室', government: '衡东县人民政府' } as const

/** The units the plan names (box owners, firms of the chains, towns, parks) and the three offices that run the library. */
export function planOrganisations(): PlanOrganisation[] {
  const companies = boxOwners()
  // A chain's short name for a company that a box names in full is the same company.
  const others = chainFirms().filter((firm) => !companies.some((company) => company.includes(firm)))
  return [
    ...Object.values(offices).map((name) => ({ name, kind: 'department' as const })),
    ...plan.places.flatMap(({ kind, name }) => (kind === 'town' || kind === 'park' ? [{ name, kind }] : [])),
    ...[...companies, ...others].map((name) => ({ name, kind: 'company' as const })),
  ]
}

/** Companies that own a work of a box, in the text's order. */
export function boxOwners(): string[] {
  return [...new Set(plan.boxes.flatMap((box) => box.items.flatMap((item) => item.owner ?? [])))]
}

const chainFirms = (): string[] => [...new Set(plan.chains.flatMap((chain) => chain.firms.map((firm) => firm.name)))]
