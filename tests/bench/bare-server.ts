import { createServer } from "node:http";
import { z } from "zod";

/**
 * The ceiling for a page: nothing but Node's own server, sending the same headers and bytes. Reads what to send
 * from its standard input and writes its port.
 */
const page = z.object({ headers: z.array(z.tuple([z.string(), z.string()])), body: z.string() });

let given = "";
for await (const chunk of process.stdin.setEncoding("utf8")) given += chunk;
const { headers, body } = page.parse(JSON.parse(given));
const bytes = Buffer.from(body, "base64");
const fields = headers.flat();
const server = createServer((_request, response) => {
  response.writeHead(200, fields);
  response.end(bytes);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" && address ? address.port : 0}\n`);
});
process.on("SIGTERM", () => process.exit(0));
