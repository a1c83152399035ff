import type { ReactNode } from "react";

interface Props {
  id: string;
  title: string;
  states: { state: string; name: string }[];
  href(state: string): string;
  children?: ReactNode;
}

/** States to choose from, none of them chosen. */
export function StateChoice({ id, title, states, href, children }: Props) {
  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
      <StateLinks states={states} href={href} />
    </section>
  );
}

/** More than fit a screen in full width. */
const MANY = 6;

export function StateLinks({ states, href }: Pick<Props, "states" | "href">) {
  return (
    <ul className={states.length > MANY ? "choices choices--small" : "choices"}>
      {states.map(({ state, name }) => (
        <li key={state}>
          <a className="choice" href={href(state)}>
            <bdi className="choice__name" lang="en">
              {name}
            </bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
