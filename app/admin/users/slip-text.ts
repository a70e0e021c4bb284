import type { Messages } from '../../../domain/messages'
import type { SlipText } from './slips'

export function slipText({ admin, labels }: Messages): SlipText {
  return {
    title: admin.slipTitle,
    name: admin.name,
    username: admin.username,
    role: admin.role,
    organisation: admin.organisation,
    password: admin.slipPassword,
    until: admin.slipUntil,
    shown: admin.slipShown,
    address: admin.slipAddress,
    keep: admin.slipKeep,
    print: admin.printSlips,
    roles: labels.roles,
  }
}
