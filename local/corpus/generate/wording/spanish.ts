import type { AgreementPack } from './agreement-words.ts';

const parties = [
  ['Proveedor', 'Cliente'],
  ['Contratista', 'Comitente'],
] as const;

export const spanish: AgreementPack = {
  language: 'es',
  article: 'Artículo',
  agreements: {
    contract: {
      titles: ['Contrato marco', 'Contrato de servicios', 'Contrato', ''],
      roles: parties,
      openings: ['{A} presta servicios a {B} en las condiciones siguientes.'],
      core: [
        {
          headings: ['Objeto', 'Servicios'],
          texts: ['{A} entrega según los pedidos y cumple los plazos y niveles acordados.'],
        },
        {
          headings: ['Precio'],
          texts: ['El precio total durante la vigencia es de {total}, impuestos incluidos.'],
        },
      ],
      usual: ['law', 'notice', 'liability', 'payment', 'confidentiality'],
    },
    nda: {
      titles: ['Acuerdo de confidencialidad', 'Acuerdo', ''],
      roles: [['Parte divulgadora', 'Receptor'], ...parties],
      openings: ['Las partes intercambian documentos antes de una posible colaboración.'],
      core: [
        {
          headings: ['Información protegida'],
          texts: ['Está protegido cuanto {B} conozca de clientes, precios y métodos de {A}.'],
        },
        {
          headings: ['Obligaciones'],
          texts: ['{B} usa los documentos solo para evaluarlos y los devuelve cuando se le pida.'],
        },
      ],
      usual: ['law', 'notice', 'confidentiality', 'entire'],
    },
    'statement-of-work': {
      titles: ['Descripción de trabajos', 'Orden de trabajo', ''],
      roles: parties,
      openings: ['En virtud del contrato {other}, {A} realiza el proyecto siguiente.'],
      core: [
        {
          headings: ['Alcance', 'Proyecto'],
          texts: ['Los hitos son el diseño, la prueba y la entrega a {B} antes del {end}.'],
        },
        {
          headings: ['Precio cerrado'],
          texts: ['El precio cerrado es de {total}, impuestos incluidos.'],
        },
      ],
      usual: ['liability', 'payment', 'law'],
    },
    amendment: {
      titles: ['Adenda', 'Modificación', ''],
      roles: parties,
      openings: ['Las partes modifican el contrato {other} con efecto desde el {start}.'],
      core: [
        {
          headings: ['Cambios'],
          texts: ['La cláusula indicada se suprime y se sustituye por la siguiente.'],
        },
        { headings: ['Continuidad'], texts: ['En lo demás, {other} sigue en vigor.'] },
      ],
      usual: ['payment', 'notice', 'entire'],
    },
    lease: {
      titles: ['Contrato de arrendamiento', 'Contrato', ''],
      roles: [['Arrendador', 'Arrendatario']],
      openings: ['{A} cede a {B} el uso del local situado en {place}.'],
      core: [
        {
          headings: ['Renta'],
          texts: ['La renta de toda la vigencia es de {total} y se paga por meses anticipados.'],
        },
        { headings: ['Fianza'], texts: ['{B} deposita una fianza de {cap}.'] },
      ],
      usual: ['law', 'notice', 'entire'],
    },
    'employment-agreement': {
      titles: ['Contrato de trabajo', 'Contrato laboral', ''],
      roles: [['Empresa', 'Persona trabajadora']],
      openings: ['{B} comienza a trabajar para {A} el {start}.'],
      core: [
        {
          headings: ['Salario'],
          texts: ['El salario anual es de {total} brutos en doce pagas.'],
        },
        { headings: ['Vacaciones'], texts: ['Las vacaciones son de treinta días al año.'] },
      ],
      usual: ['law', 'notice', 'confidentiality'],
    },
    'data-processing-agreement': {
      titles: ['Contrato de encargo de tratamiento', 'Anexo de protección de datos', ''],
      roles: [['Encargado', 'Responsable'], ...parties],
      openings: ['{A} trata datos personales por cuenta de {B} (artículo 28 del RGPD).'],
      core: [
        {
          headings: ['Instrucciones'],
          texts: ['{A} trata datos de clientes y empleados solo según las instrucciones de {B}.'],
        },
        {
          headings: ['Medidas'],
          texts: ['Las medidas incluyen cifrado, control de accesos y copias de seguridad.'],
        },
      ],
      usual: ['law', 'notice', 'confidentiality', 'liability'],
    },
  },
  clauses: {
    law: {
      clause: 'Governing Law',
      headings: ['Ley aplicable'],
      texts: ['Se aplica la ley de {law}; deciden los tribunales de la sede de {A}.'],
    },
    notice: {
      clause: 'Termination For Convenience',
      headings: ['Resolución', 'Duración'],
      texts: ['Cada parte puede desistir sin causa con un preaviso escrito de {notice} días.'],
    },
    liability: {
      clause: 'Cap On Liability',
      headings: ['Límite'],
      texts: ['La responsabilidad de cada parte se limita a {cap}, salvo dolo.'],
    },
    payment: {
      clause: 'Payment Terms',
      headings: ['Pago'],
      texts: ['Las facturas se pagan en un plazo de {days} días desde su recepción.'],
    },
    confidentiality: {
      clause: 'Confidentiality',
      headings: ['Confidencialidad'],
      texts: ['Cada parte guarda secreto de lo que conozca de la otra durante {years} años.'],
    },
    entire: {
      clause: null,
      headings: ['Disposiciones finales'],
      texts: ['Todo cambio requiere forma escrita. La nulidad de una cláusula no afecta al resto.'],
    },
  },
  breach: {
    clause: 'Breach Notification',
    headings: ['Notificación'],
    texts: [
      '{A} comunica a {B} toda violación de la seguridad de los datos en un plazo de {hours} horas.',
    ],
  },
  details: [
    'No existen pactos verbales.',
    'Si un plazo vence en día festivo, termina el siguiente día hábil.',
    'Los títulos solo sirven de orientación.',
    'Ambas partes designan una persona de contacto.',
  ],
  law: { phrase: 'España', name: 'España' },
  preamble: {
    numbers: ['Ref.', 'N.º', 'Expediente'],
    date: 'Fecha',
    prose: [
      'El {date}, {issuer} («{A}») y {recipient} («{B}») acuerdan lo siguiente.',
      'Entre {issuer}, en adelante {A}, y {recipient}, en adelante {B}, se conviene el {date}:',
    ],
    from: ['Entra en vigor el {from}.', 'Inicio: {from}'],
    fromUntil: ['Vigencia: del {from} al {until}.', 'Rige desde el {from} y termina el {until}.'],
    signed: 'Firma',
  },
  certificate: {
    titles: ['Certificado', 'Declaración de conformidad', ''],
    bodies: [
      'Se certifica que {company} cumple los requisitos de {standard}.',
      'La auditoría de {company} según {standard} no halló desviaciones.',
    ],
    notes: ['La validez exige un seguimiento anual.', 'No se permite la reproducción parcial.'],
    numbers: ['Certificado n.º', 'Registro'],
    dates: ['Fecha de emisión', 'Fecha'],
    from: ['Válido desde'],
    until: ['Válido hasta'],
    auditor: 'auditora jefe',
  },
};
