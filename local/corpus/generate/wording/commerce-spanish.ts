import type { CommerceKind, CommerceWords } from './commerce-words.ts';

const shared = {
  issuer: ['De', 'Emisor', 'Empresa'],
  recipient: ['A', 'Cliente', 'Destinatario'],
  dates: ['Fecha', 'Fecha de emisión'],
  order: ['Su pedido', 'Número de pedido'],
  terms: ['Condiciones de pago', 'Plazo de pago'],
  columns: [['Descripción', 'Cantidad', 'Precio', 'Importe']] as const,
  net: ['Base imponible', 'Subtotal'],
  tax: ['IVA', 'Impuesto'],
  total: ['Total', 'Importe total'],
  notes: [
    'Se aplican nuestras condiciones generales.',
    'Para cualquier consulta diríjase a nuestro departamento de contabilidad.',
    'La mercancía es de nuestra propiedad hasta el pago de la factura.',
  ],
};

export const commerceSpanish: Readonly<Record<CommerceKind, CommerceWords>> = {
  invoice: {
    ...shared,
    titles: ['Factura', 'Cuenta', ''],
    numbers: ['Factura n.º', 'Número', 'Referencia'],
    dues: ['Vencimiento', 'Pagar antes del'],
    openings: ['Le facturamos los siguientes servicios:', 'Gracias por su pedido.'],
    closings: ['Rogamos transfiera el total en un plazo de {days} días.'],
  },
  'credit-note': {
    ...shared,
    titles: ['Nota de abono', 'Factura rectificativa', ''],
    numbers: ['Abono n.º', 'Número', 'Referencia'],
    dues: [],
    openings: ['Rectificamos a su favor la factura {other}:'],
    closings: ['El importe se compensará con su próxima factura.'],
  },
  receipt: {
    ...shared,
    titles: ['Recibo', 'Tique de compra', ''],
    numbers: ['Recibo n.º', 'Número', 'Referencia'],
    dues: [],
    openings: ['Gracias por su compra.', ''],
    closings: ['Pagado con tarjeta.', 'Recibido en efectivo.'],
  },
  'purchase-order': {
    ...shared,
    titles: ['Pedido', 'Orden de compra', ''],
    numbers: ['Pedido n.º', 'Número', 'Referencia'],
    dues: [],
    openings: ['Les pedimos el suministro siguiente para el {delivery}:'],
    closings: ['Indiquen nuestro número de pedido en cada factura.'],
  },
};
