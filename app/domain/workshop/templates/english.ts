import type { TemplateKey, TemplateText } from "./template";

/** Drafts in English. */
export const englishTemplates: Record<TemplateKey, TemplateText> = {
  lawmakers: {
    addressedTo: "[Parliament, ministry or committee that decides]",
    summary: "We ask [who decides] to pass a law that lets people, not companies, decide about their personal data.",
    statement: [
      "[Say in two or three sentences what happens to people today. One true example is worth more than a number.]",
      "Our laws were written before [what is new: loan apps, face recognition, school software]. They leave people without a way to say no, to see what is kept about them, or to have it erased.",
      "Other countries have shown that it can be done. We ask you to act in [this session of parliament].",
    ],
    demands: [
      "Collect only the data that a service needs.",
      "Give everybody the right to see, correct and erase their data.",
      "Set up an independent authority that can investigate and fine.",
    ],
    share: {
      message: "I have just signed for a law that protects our data. Will you sign as well? {{url}}",
      emailSubject: "A signature for our privacy",
      emailBody:
        "Hello,\n\nI signed a petition for a law that protects our personal data. It takes a minute:\n\n{{url}}\n\nThank you",
    },
  },
  company: {
    addressedTo: "[Name of the company]",
    summary: "We ask [name of the company] to stop [what it does with people’s data].",
    statement: [
      "[Say what the company does, since when, and how you know. Link to nothing here: sources belong in an article.]",
      "People who use [the product] were never asked in words they could understand, and cannot switch it off without losing [what they need].",
      "A company that earns our money can earn our trust as well. It can begin now.",
    ],
    demands: [
      "Switch [the practice] off for everybody who has not said yes to it.",
      "Delete what was collected without a yes.",
      "Publish what is collected, why, and for how long it is kept.",
    ],
    share: {
      message: "I asked [name of the company] to respect our privacy. Add your name: {{url}}",
      emailSubject: "Will you sign this with me?",
      emailBody:
        "Hello,\n\nI signed a petition to [name of the company] about what it does with our data. Please have a look:\n\n{{url}}\n\nThank you",
    },
  },
  accessDay: {
    addressedTo: "[Company or authority that people will ask]",
    summary: "On [day], we all ask [company or authority] on the same day: what do you know about me?",
    statement: [
      "The law gives you the right to see what is kept about you. Few people use it, and so few companies are ready to answer.",
      "On [day] we use it together. [Say how: a letter that you offer as an action, and the date by which an answer is due.]",
      "[Say why you chose this company or authority, and what you will do with what people learn.]",
    ],
    demands: [
      "Answer every request in full and in time.",
      "Answer in the language in which people asked.",
      "Ask for no more data than is needed to find the person.",
    ],
    share: {
      message: "On [day] I will ask what they know about me. Join in: {{url}}",
      emailSubject: "What do they know about us?",
      emailBody:
        "Hello,\n\non [day] many of us ask [company or authority] for a copy of our data, all on the same day. Join in:\n\n{{url}}\n\nThank you",
    },
  },
};
