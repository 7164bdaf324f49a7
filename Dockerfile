# The service in an image, in three sizes: `embedded` (Apertium, no models), `neural-cpu` and `neural-gpu` (the same, and
# what runs models). docs/image.md tells how to build and run it, and what was measured.
#
# A release names the base by its digest: --build-arg PYTHON_IMAGE=docker.io/library/python:3.11-slim-bookworm@sha256:…
ARG PYTHON_IMAGE=docker.io/library/python:3.11-slim-bookworm
# Where models come from: a `volume` at /models, or `baked` in: then from a store that lies in models/ beside this file.
ARG MODELS=volume

FROM scratch AS models-volume
FROM scratch AS models-baked
COPY models /
# One of the two stages above, so there is no version to name.
# hadolint ignore=DL3006
FROM models-${MODELS} AS models


# Python packages, by their hashes. What only builds them (pip, compilers, caches) stays in these stages.
FROM ${PYTHON_IMAGE} AS python
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
# strip, of Debian's stable release, in no image that is shipped: nothing of it can be pinned to more than the release.
# hadolint ignore=DL3008
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends binutils \
 && rm -rf /var/lib/apt/lists/* \
 && python3 -m venv --without-pip /opt/newsbriefs/venv
WORKDIR /build

FROM python AS python-embedded
COPY requirements/embedded.txt requirements/
RUN --mount=type=secret,id=pip,target=/etc/pip.conf \
    python3 -m pip --python /opt/newsbriefs/venv/bin/python install --no-compile --require-hashes -r requirements/embedded.txt
COPY pyproject.toml README.md LICENSE ./
COPY scripts/image-slim scripts/
COPY service service
RUN python3 -m pip --python /opt/newsbriefs/venv/bin/python install --no-compile --no-deps --no-build-isolation --no-index . \
 && python3 -m pip --python /opt/newsbriefs/venv/bin/python uninstall -y setuptools \
 && python3 scripts/image-slim python /opt/newsbriefs/venv/lib/python3.11/site-packages \
 && python3 scripts/image-slim bytecode /opt/newsbriefs/venv/lib/python3.11/site-packages

FROM python AS python-neural
# torch converts a model when it is first loaded, and runs a chat model in the process; a service whose models are
# converted already, and whose chat model is a server, is built with TORCH= and is 0.8 GB smaller.
ARG TORCH=torch==2.13.0
COPY requirements/neural.txt requirements/
RUN --mount=type=secret,id=pip,target=/etc/pip.conf \
    python3 -m pip --python /opt/newsbriefs/venv/bin/python install --no-compile --require-hashes -r requirements/neural.txt \
 && if [ -n "$TORCH" ]; then python3 -m pip --python /opt/newsbriefs/venv/bin/python install --no-compile "$TORCH"; fi
COPY pyproject.toml README.md LICENSE ./
COPY scripts/image-slim scripts/
COPY service service
RUN python3 -m pip --python /opt/newsbriefs/venv/bin/python install --no-compile --no-deps --no-build-isolation --no-index . \
 && python3 scripts/image-slim compile /opt/newsbriefs/venv/lib/python3.11/site-packages


# Debian's part, the same for all: the pairs the service offers with the lexicon in them, proven once, and tini.
FROM ${PYTHON_IMAGE} AS system
# Pairs are of Debian's stable release, which keeps one version; `newsbriefs doctor` and every brief tell it.
# hadolint ignore=DL3008
RUN --mount=type=bind,source=scripts,target=/build/scripts \
    --mount=type=bind,source=service/engines/apertium_pairs.json,target=/build/apertium_pairs.json \
    --mount=type=bind,from=python-embedded,source=/opt/newsbriefs/venv,target=/opt/newsbriefs/venv \
    set -eu; \
    printf 'path-exclude /usr/share/%s/*\n' doc man info locale lintian > /etc/dpkg/dpkg.cfg.d/newsbriefs; \
    echo 'path-include /usr/share/doc/*/copyright' >> /etc/dpkg/dpkg.cfg.d/newsbriefs; \
    dpkg-query --show --showformat '${Package}\n' > /tmp/before; \
    apt-get update -qq; \
    sed 's/#.*//' /build/scripts/debian-packages.txt > /tmp/named; \
    DEBIAN_FRONTEND=noninteractive xargs --arg-file /tmp/named apt-get install -y -qq --no-install-recommends tini > /dev/null; \
    python3 /build/scripts/image-slim pairs /usr/share/apertium/modes /build/apertium_pairs.json; \
    python3 /build/scripts/image-slim packages /tmp/before /build/scripts/debian-packages.txt tini; \
    export PYTHONDONTWRITEBYTECODE=1 NEWSBRIEFS_STATE=/opt/newsbriefs/state NEWSBRIEFS_DATA=/tmp/data; \
    /opt/newsbriefs/venv/bin/python /build/scripts/image-slim lexicon /opt/newsbriefs/state; \
    /opt/newsbriefs/venv/bin/python -m service.cli doctor --no-self-test; \
    chmod -R a+rX /opt/newsbriefs/state; \
    groupadd --gid 10001 newsbriefs; \
    useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/newsbriefs --shell /usr/sbin/nologin newsbriefs; \
    install -d -o newsbriefs -g newsbriefs /var/lib/newsbriefs /models; \
    rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/*-old /var/cache/ldconfig/* /var/lib/dpkg/*-old /var/log/* /tmp/*

COPY prompts /opt/newsbriefs/prompts
COPY seeds /opt/newsbriefs/seeds
ENV PATH=/opt/newsbriefs/venv/bin:/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin \
    HOME=/var/lib/newsbriefs \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    NEWSBRIEFS_HOST=0.0.0.0 \
    NEWSBRIEFS_PORT=8000 \
    NEWSBRIEFS_STATE=/opt/newsbriefs/state \
    NEWSBRIEFS_DATA=/var/lib/newsbriefs \
    NEWSBRIEFS_MODELS=/models \
    NEWSBRIEFS_PROMPTS=/opt/newsbriefs/prompts \
    NEWSBRIEFS_SEEDS=/opt/newsbriefs/seeds
WORKDIR /var/lib/newsbriefs
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["newsbriefs", "health"]
ENTRYPOINT ["tini", "--", "newsbriefs"]
CMD ["serve"]
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="newsbriefs" \
      org.opencontainers.image.description="A news article in; short briefs in several languages and its key quotes out, every word checkable." \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0 AND GPL-2.0-only AND GPL-2.0-or-later AND GPL-3.0-only AND GPL-3.0-or-later"


FROM system AS neural-cpu
COPY --from=python-neural /opt/newsbriefs/venv /opt/newsbriefs/venv
COPY --from=models / /models/
USER 10001:10001

FROM neural-cpu AS neural-gpu
ENV NVIDIA_VISIBLE_DEVICES=all \
    NVIDIA_DRIVER_CAPABILITIES=compute,utility \
    LD_LIBRARY_PATH=/opt/newsbriefs/venv/lib/python3.11/site-packages/nvidia/cublas/lib

FROM system AS embedded
COPY --from=python-embedded /opt/newsbriefs/venv /opt/newsbriefs/venv
COPY --from=models / /models/
USER 10001:10001
