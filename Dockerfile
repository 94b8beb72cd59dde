# The application with its pages built; web and worker are started from the same image (compose.yaml).
FROM node:22-bookworm-slim
WORKDIR /srv/eli4u
COPY package.json package-lock.json ./
COPY schemas/database ./schemas/database
RUN npm ci --omit=dev
COPY . .
# The start looks at the build under a lock of its own, and keeps raw sources in the data folder.
RUN node --import tsx lib/launcher/build-once.ts && mkdir -p /var/lib/eli4u && chown node . /var/lib/eli4u && chown -R node .next
USER node
ENV HOST=0.0.0.0 DATA_DIR=/var/lib/eli4u
EXPOSE 3000
ENTRYPOINT ["node", "--import", "tsx", "lib/launcher/start.ts"]
CMD ["--only", "web"]
