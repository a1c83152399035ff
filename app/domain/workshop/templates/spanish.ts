import type { TemplateKey, TemplateText } from "./template";

/** Drafts in Spanish. */
export const spanishTemplates: Record<TemplateKey, TemplateText> = {
  lawmakers: {
    addressedTo: "[Parlamento, ministerio o comisión que decide]",
    summary:
      "Pedimos a [quien decide] que apruebe una ley para que las personas, y no las empresas, decidan sobre sus datos personales.",
    statement: [
      "[Cuenta en dos o tres frases qué les pasa hoy a las personas. Un ejemplo verdadero vale más que una cifra.]",
      "Nuestras leyes se escribieron antes de [lo nuevo: préstamos por aplicación, reconocimiento facial, programas escolares]. Dejan a las personas sin manera de decir que no, de ver qué se guarda sobre ellas ni de borrarlo.",
      "Otros países han demostrado que es posible. Les pedimos que actúen en [este período de sesiones].",
    ],
    demands: [
      "Que solo se recojan los datos que un servicio necesita.",
      "Que toda persona pueda ver, corregir y borrar sus datos.",
      "Que haya una autoridad independiente que pueda investigar y multar.",
    ],
    share: {
      message: "Acabo de firmar por una ley que proteja nuestros datos. ¿Firmas tú también? {{url}}",
      emailSubject: "Una firma por nuestra privacidad",
      emailBody:
        "Hola:\n\nFirmé una petición por una ley que proteja nuestros datos personales. Lleva un minuto:\n\n{{url}}\n\nGracias",
    },
  },
  company: {
    addressedTo: "[Nombre de la empresa]",
    summary: "Pedimos a [nombre de la empresa] que deje de [lo que hace con los datos de las personas].",
    statement: [
      "[Cuenta qué hace la empresa, desde cuándo y cómo lo sabes. No pongas enlaces aquí: las fuentes van en un artículo.]",
      "A quienes usan [el producto] nunca se les preguntó con palabras que pudieran entender, y no pueden desactivarlo sin perder [lo que necesitan].",
      "Una empresa que gana nuestro dinero también puede ganarse nuestra confianza. Puede empezar ahora.",
    ],
    demands: [
      "Que desactive [la práctica] para quien no haya dicho que sí.",
      "Que borre lo que recogió sin un sí.",
      "Que publique qué recoge, para qué y cuánto tiempo lo guarda.",
    ],
    share: {
      message: "Pedí a [nombre de la empresa] que respete nuestra privacidad. Suma tu nombre: {{url}}",
      emailSubject: "¿Firmas esto conmigo?",
      emailBody:
        "Hola:\n\nFirmé una petición a [nombre de la empresa] sobre lo que hace con nuestros datos. Échale un vistazo:\n\n{{url}}\n\nGracias",
    },
  },
  accessDay: {
    addressedTo: "[Empresa o autoridad a la que se preguntará]",
    summary: "El [día], todas las personas preguntamos a [empresa o autoridad] a la vez: ¿qué saben de mí?",
    statement: [
      "La ley te da derecho a ver qué se guarda sobre ti. Pocas personas lo usan, y por eso pocas empresas están listas para responder.",
      "El [día] lo usamos en conjunto. [Cuenta cómo: una carta que ofreces como acción y la fecha en que vence la respuesta.]",
      "[Cuenta por qué elegiste esta empresa o autoridad y qué harás con lo que la gente averigüe.]",
    ],
    demands: [
      "Que responda a cada solicitud por completo y a tiempo.",
      "Que responda en el idioma en que se preguntó.",
      "Que no pida más datos que los necesarios para encontrar a la persona.",
    ],
    share: {
      message: "El [día] preguntaré qué saben de mí. Súmate: {{url}}",
      emailSubject: "¿Qué saben de nosotros?",
      emailBody:
        "Hola:\n\nel [día] muchas personas pediremos a [empresa o autoridad] una copia de nuestros datos, todas el mismo día. Súmate:\n\n{{url}}\n\nGracias",
    },
  },
};
