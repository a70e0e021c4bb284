import { type MailConfiguration, mailConfiguration } from '../../domain/mail-settings'

/** How this server was told to send mail. */
export const mailSettings = (): MailConfiguration => mailConfiguration(process.env)
