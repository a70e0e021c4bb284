'use server'

import { createOrganisation as create, renameOrganisation as rename } from '../../../db/commands/organisations'
import { newOrganisationInput, organisationRename } from '../../../domain/user'
import { formAction } from '../../_lib/form-action'

export const createOrganisation = formAction(newOrganisationInput, create, { saved: (t) => t.admin.organisationCreated })
export const renameOrganisation = formAction(organisationRename, rename, { saved: (t) => t.admin.renamed })
