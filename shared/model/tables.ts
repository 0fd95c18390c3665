import { clientSchema } from './client.ts'
import { closingSchema } from './closing.ts'
import { deliverySchema } from './delivery.ts'
import { engagementSchema } from './engagement.ts'
import { entrySchema } from './entry.ts'
import { exchangeRateSchema } from './exchange-rate.ts'
import { gapSchema } from './gap.ts'
import { invoiceSchema } from './invoice.ts'
import { paymentSchema } from './payment.ts'
import { preferencesSchema } from './preferences.ts'

/** The tables are the file format: one JSON file a table, invoices one a year, entries one a month. */
export const tableSchemas = {
  preferences: preferencesSchema,
  clients: clientSchema,
  engagements: engagementSchema,
  deliveries: deliverySchema,
  closings: closingSchema,
  invoices: invoiceSchema,
  payments: paymentSchema,
  exchangeRates: exchangeRateSchema,
  gaps: gapSchema,
  entries: entrySchema,
} as const
