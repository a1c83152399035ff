import { telAddress } from "~/domain/lawmakers/office-numbers";

/** A number to call, written from left to right in every language. */
export function PhoneLink({ number, className }: { number: string; className?: string }) {
  return (
    <a className={className ? `${className} phone` : "phone"} href={telAddress(number)} dir="ltr">
      {number}
    </a>
  );
}
